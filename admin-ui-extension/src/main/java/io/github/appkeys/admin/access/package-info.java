/**
 * The caller of the admin REST API: permissions, client policies that apply, and what all resources of one call
 * share.
 */
package io.github.appkeys.admin.access;
