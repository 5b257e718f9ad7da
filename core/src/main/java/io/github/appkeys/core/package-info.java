/**
 * What a pair is: values and rules. Needs the JDK only.
 */
package io.github.appkeys.core;
