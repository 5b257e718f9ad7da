/** Why a pair has the status that it has. */
package io.github.appkeys.core.status;
