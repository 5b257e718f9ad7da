/** How a pair gets its appTokens: creation, renewal with an overlap, and claim links. */
package io.github.appkeys.core.issuance;
