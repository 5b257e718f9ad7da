/** Which changes of an API client are refused because they would bypass app keys. */
package io.github.appkeys.core.guard;
