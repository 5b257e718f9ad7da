/** REST calls: how often pairs are used, and what happened to them. */
package io.github.appkeys.admin.usage;
