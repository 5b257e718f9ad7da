package io.github.appkeys.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.appkeys.harness.KeycloakExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of tests that get {@link Windows} as a parameter. Skipped where the machine has no browser. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({BrowserExtension.class, KeycloakExtension.class})
@interface BrowserTest {
}
