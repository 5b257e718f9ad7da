package io.github.appkeys.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way: from the two doors to the services, from those to the rules. */
@AnalyzeClasses(packages = {"io.github.appkeys.core", "io.github.appkeys.authenticator", "io.github.appkeys.admin"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CORE = "io.github.appkeys.core";

    /** The rooms of {@code core} with values, rules and ports. All others may know Keycloak. */
    private static final String[] JDK_ONLY = {CORE, CORE + ".pair", CORE + ".issuance", CORE + ".exchange",
            CORE + ".expiry", CORE + ".reason", CORE + ".passwordgrants", CORE + ".guard", CORE + ".settings"};

    @ArchTest
    static final ArchRule RULES_NEED_THE_JDK_ONLY = classes().that().resideInAnyPackage(JDK_ONLY)
            .should().onlyDependOnClassesThat().resideInAnyPackage(with("java..", JDK_ONLY));

    @ArchTest
    static final ArchRule STORE_KNOWS_NO_DATABASE = noClasses().that().resideInAPackage(CORE + ".store..")
            .should().dependOnClassesThat()
            .resideInAnyPackage(CORE + ".jpa..", CORE + ".service..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule JPA_DOES_NOT_KNOW_THE_SERVICES = noClasses().that().resideInAPackage(CORE + ".jpa..")
            .should().dependOnClassesThat().resideInAPackage(CORE + ".service..");

    @ArchTest
    static final ArchRule ONLY_JPA_KNOWS_OUR_TABLES = noClasses().that().resideOutsideOfPackage(CORE + ".jpa..")
            .should().dependOnClassesThat().resideInAPackage(CORE + ".jpa..");

    @ArchTest
    static final ArchRule CORE_KNOWS_NO_DOOR = noClasses().that().resideInAPackage(CORE + "..")
            .should().dependOnClassesThat().resideInAnyPackage("..appkeys.authenticator..", "..appkeys.admin..");

    @ArchTest
    static final ArchRule AUTHENTICATOR_DOES_NOT_KNOW_ADMIN = noClasses().that()
            .resideInAPackage("..appkeys.authenticator..")
            .should().dependOnClassesThat().resideInAPackage("..appkeys.admin..");

    @ArchTest
    static final ArchRule ADMIN_DOES_NOT_KNOW_AUTHENTICATOR = noClasses().that().resideInAPackage("..appkeys.admin..")
            .should().dependOnClassesThat().resideInAPackage("..appkeys.authenticator..");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("io.github.appkeys.(**)").should().beFreeOfCycles();

    private static String[] with(String first, String... others) {
        String[] all = new String[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }
}
