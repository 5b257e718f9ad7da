/** The rules of a diagnosis: checks of the text of a pasted pair, of its tokens and of its use. */
package io.github.appkeys.core.diagnosis;
