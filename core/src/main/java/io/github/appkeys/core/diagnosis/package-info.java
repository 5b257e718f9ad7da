/**
 * Why a pair does or doesn't work: each class looks at one part of it and tells what it finds in the words of the
 * catalogue. Changes nothing. Permissions are the caller's concern.
 */
package io.github.appkeys.core.diagnosis;
