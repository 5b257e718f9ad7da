/**
 * The desk: admin REST API under {@code /admin/realms/{realm}/app-keys}. Each call checks its permission first, then
 * the input, then acts, and sends its admin event last.
 */
package io.github.appkeys.admin;
