/** The rules of a diagnosis: what is wrong with a pair that was pasted, with its tokens and with its use. */
package io.github.appkeys.core.diagnosis;
