package io.github.appkeys.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way. */
@AnalyzeClasses(packages = {"io.github.appkeys.core", "io.github.appkeys.authenticator", "io.github.appkeys.admin"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule RULES_NEED_THE_JDK_ONLY = classes().that().resideInAPackage("io.github.appkeys.core")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "io.github.appkeys.core");

    @ArchTest
    static final ArchRule STORE_KNOWS_NO_DATABASE = noClasses().that().resideInAPackage("..core.store")
            .should().dependOnClassesThat().resideInAnyPackage("..core.jpa", "..core.service", "jakarta.persistence..");

    @ArchTest
    static final ArchRule JPA_AND_SERVICE_DO_NOT_KNOW_EACH_OTHER = noClasses().that().resideInAPackage("..core.jpa")
            .should().dependOnClassesThat().resideInAPackage("..core.service");

    @ArchTest
    static final ArchRule NOBODY_REACHES_THROUGH_TO_JPA = noClasses().that().resideOutsideOfPackage("..core.jpa")
            .should().dependOnClassesThat().resideInAPackage("..core.jpa");

    @ArchTest
    static final ArchRule DOOR_DOES_NOT_KNOW_DESK = noClasses().that().resideInAPackage("..authenticator..")
            .should().dependOnClassesThat().resideInAPackage("..appkeys.admin..");

    @ArchTest
    static final ArchRule DESK_DOES_NOT_KNOW_DOOR = noClasses().that().resideInAPackage("..admin..")
            .should().dependOnClassesThat().resideInAPackage("..appkeys.authenticator..");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("io.github.appkeys.(**)").should().beFreeOfCycles();
}
