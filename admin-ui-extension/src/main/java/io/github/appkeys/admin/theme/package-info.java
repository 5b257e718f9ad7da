/** Selects the admin theme that adds the App keys section to Keycloak's console. */
package io.github.appkeys.admin.theme;
