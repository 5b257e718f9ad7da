/** Reading request bodies and query parameters, and writing errors, files and CSV. */
package io.github.appkeys.admin.http;
