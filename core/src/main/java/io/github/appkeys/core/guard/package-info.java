/** Changes of API clients that are refused because they would bypass app keys. */
package io.github.appkeys.core.guard;
