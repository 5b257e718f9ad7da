/** What the columns of the supported databases can keep, compare and find. */
package io.github.appkeys.core.jpa.columns;
