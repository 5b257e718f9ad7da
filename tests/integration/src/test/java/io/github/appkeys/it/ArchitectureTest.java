package io.github.appkeys.it;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
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
            CORE + ".expiry", CORE + ".reason", CORE + ".diagnosis", CORE + ".passwordgrants", CORE + ".guard",
            CORE + ".power", CORE + ".settings", CORE + ".history", CORE + ".usage", CORE + ".status",
            CORE + ".gateway", CORE + ".leaks", CORE + ".mappers"};

    private static final List<String> WRITES = List.of("jakarta.persistence.Query.executeUpdate(",
            "jakarta.persistence.EntityManager.persist(", "jakarta.persistence.EntityManager.remove(",
            CORE + ".jpa.session.ConditionalUpdate.run(");
    /** And of last uses, which end nothing. ConditionalUpdate is called by the stores. */
    private static final Set<String> WRITERS_OF_OTHER_TABLES = Set.of("LastUseWriter", "AttemptWriter", "UsageWriter",
            "PasswordGrantWriter", "JpaUsageStore", "JpaHistoryStore", "JpaPasswordGrantStore", "JpaSettingsStore",
            "ConditionalUpdate", "JpaAlarmStore");

    private static final int PACKAGE_LIMIT = 25;
    /** Higher, because the entities stay package-private. */
    private static final int JPA_LIMIT = 40;

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

    /** What writes rows of pairs, tokens and claim links drops what is cached of them. */
    @ArchTest
    static final ArchRule WRITERS_TELL_THE_CACHE = classes().that().resideInAPackage(CORE + ".jpa..")
            .and(describe("write to the database", each -> each.getMethodCallsFromSelf().stream()
                    .map(call -> call.getTarget().getFullName())
                    .anyMatch(name -> WRITES.stream().anyMatch(name::startsWith))))
            .and(describe("are not writers of other tables",
                    each -> !WRITERS_OF_OTHER_TABLES.contains(each.getSimpleName())))
            .should().dependOnClassesThat().haveSimpleName("CacheEvictions");

    @ArchTest
    static void noPackageHasTooManyClasses(JavaClasses classes) {
        Map<String, Long> sizes = classes.stream()
                .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

        assertThat(sizes).isNotEmpty().allSatisfy((name, size) -> assertThat(size).as(name)
                .isLessThanOrEqualTo(name.equals(CORE + ".jpa") ? JPA_LIMIT : PACKAGE_LIMIT));
    }

    private static String[] with(String first, String... others) {
        String[] all = new String[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }
}
