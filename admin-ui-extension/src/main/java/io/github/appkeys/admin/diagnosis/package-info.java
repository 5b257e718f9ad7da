/** REST calls that diagnose a pair. */
package io.github.appkeys.admin.diagnosis;
