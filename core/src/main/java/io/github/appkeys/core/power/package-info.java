/**
 * Which roles give power over Keycloak itself, and what an administrator needs to hand that power out. The one home of
 * this rule.
 */
package io.github.appkeys.core.power;
