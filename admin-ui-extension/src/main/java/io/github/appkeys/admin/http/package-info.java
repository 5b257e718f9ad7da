/**
 * Reading request bodies and query parameters, and writing errors, files and CSV.
 *
 * <p>REST methods with a body take an {@code InputStream} and read it with {@link
 * io.github.appkeys.admin.http.JsonBody} instead of declaring a representation as a parameter. The server's JSON
 * provider is lenient: it accepts duplicate fields, converts types and, depending on its configuration, ignores
 * unknown fields, so a misspelt {@code expiresAt} would create an appToken that never expires. Our reader is strict:
 * an unknown or duplicate field or a value of another type is a 400, whose message names the field and never quotes a
 * value; absent and null can be told apart; a body of more than 64 KiB is a 413. The decision is recorded in {@code
 * docs/decisions/0003-strict-body-reading.md}.
 */
package io.github.appkeys.admin.http;
