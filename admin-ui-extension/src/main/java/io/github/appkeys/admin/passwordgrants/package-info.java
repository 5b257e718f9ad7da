/** REST calls about observed password grants, and their part of the settings. */
package io.github.appkeys.admin.passwordgrants;
