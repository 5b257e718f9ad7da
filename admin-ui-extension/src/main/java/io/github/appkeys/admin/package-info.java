/**
 * Admin REST API of pairs under /admin/realms/{realm}/app-keys. Each method checks the permission, reads the input,
 * acts, and sends its admin event, in this order.
 */
package io.github.appkeys.admin;
