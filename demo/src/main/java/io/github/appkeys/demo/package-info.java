/**
 * The story of one pair, told in the terminal against a real server.
 */
package io.github.appkeys.demo;
