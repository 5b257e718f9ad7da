/** Export and import of pairs, as CSV and JSON. */
package io.github.appkeys.admin.transfer;
