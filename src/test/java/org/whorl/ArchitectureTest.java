package org.whorl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Holds the arrows between the packages: data flows one way, from the ground up. */
class ArchitectureTest {
    private static final String ROOT = "org.whorl";

    private static final JavaClasses WHORL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** What each package names; it may also use whatever those may use. */
    private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("group", Set.of());
        MAY_USE.put("random", Set.of());
        MAY_USE.put("file", Set.of());
        MAY_USE.put("setting", Set.of());
        MAY_USE.put("kernel", Set.of());
        MAY_USE.put("data", Set.of("random", "file"));
        MAY_USE.put("network", Set.of("group", "kernel", "data", "random", "file", "setting"));
        MAY_USE.put("training", Set.of("insight", "network", "data", "file", "kernel", "setting"));
        MAY_USE.put("insight", Set.of("network", "data"));
        MAY_USE.put("figure", Set.of("insight", "network"));
        MAY_USE.put("bench", Set.of("training", "network", "kernel", "data"));
        MAY_USE.put("paper", Set.of("training", "insight", "figure"));
        MAY_USE.put("cli", Set.of("paper", "figure", "insight", "training", "bench"));
        MAY_USE.put("ui", Set.of("paper", "figure", "insight", "training", "bench"));
        MAY_USE.put("", Set.of("cli", "ui"));
    }

    /** What each room of the data names; it may also use what those may use, and the ground, which is {@code data} itself. */
    private static final Map<String, Set<String>> DATA_MAY_USE = new LinkedHashMap<>();

    static {
        DATA_MAY_USE.put("", Set.of());
        DATA_MAY_USE.put("source", Set.of(""));
        DATA_MAY_USE.put("natives", Set.of(""));
        DATA_MAY_USE.put("picture", Set.of("source"));
        DATA_MAY_USE.put("format", Set.of("picture"));
        DATA_MAY_USE.put("generated", Set.of("picture"));
        DATA_MAY_USE.put("patch", Set.of("format"));
        DATA_MAY_USE.put("set", Set.of("generated", "patch"));
        DATA_MAY_USE.put("download", Set.of("set"));
        DATA_MAY_USE.put("whitening", Set.of("natives"));
    }

    @Test
    void everyPackageHasItsPlace() {
        Set<String> unknown = WHORL.stream()
                .map(ArchitectureTest::layer)
                .filter(layer -> !MAY_USE.containsKey(layer))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown, "packages that the table of arrows does not name");
    }

    @TestFactory
    Iterable<DynamicTest> eachPackageUsesOnlyThoseBelowIt() {
        return MAY_USE.keySet().stream()
                .map(layer -> DynamicTest.dynamicTest(layer.isEmpty() ? ROOT : layer, () -> {
                    Set<String> allowed = reachable(layer, MAY_USE);
                    noClasses()
                            .that(describe("are in " + layer, c -> layer(c).equals(layer)))
                            .should()
                            .dependOnClassesThat(describe(
                                    "are in another package of Whorl than " + allowed,
                                    c -> inWhorl(c) && !allowed.contains(layer(c))))
                            .allowEmptyShould(true)
                            .check(WHORL);
                }))
                .toList();
    }

    @Test
    void everyRoomOfTheDataHasItsPlace() {
        Set<String> unknown = WHORL.stream()
                .filter(ArchitectureTest::inData)
                .map(ArchitectureTest::room)
                .filter(room -> !DATA_MAY_USE.containsKey(room))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown, "rooms of the data that the table of arrows does not name");
    }

    @TestFactory
    Iterable<DynamicTest> eachRoomOfTheDataUsesOnlyThoseBelowIt() {
        return DATA_MAY_USE.keySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.isEmpty() ? "the ground" : room, () -> {
                    Set<String> allowed = reachable(room, DATA_MAY_USE);
                    noClasses()
                            .that(describe("are in data/" + room, c -> inData(c) && room(c).equals(room)))
                            .should()
                            .dependOnClassesThat(describe(
                                    "are in another room of the data than " + allowed,
                                    c -> inData(c) && !allowed.contains(room(c))))
                            .check(WHORL);
                }))
                .toList();
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        noClasses()
                .that(describe("are below the window", c -> !layer(c).equals("ui")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.jfree.chart.fx..")
                .check(WHORL);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(WHORL);
    }

    @Test
    void aViewKnowsNoOtherView() {
        slices().matching(ROOT + ".ui.view.(*)..")
                .should()
                .notDependOnEachOther()
                .check(WHORL);
    }

    @Test
    void aControlKnowsNoModel() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".ui.control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".ui.model..", ROOT + ".ui.view..")
                .check(WHORL);
    }

    /** By the machine's language, numbers in files and file names would have another point or other digits. */
    @Test
    void numbersAreWrittenAlikeInEveryLanguage() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .check(WHORL);
    }

    /** The Vector API is an incubating module: where it is missing, nothing but the factory's choice may notice. */
    @Test
    void vectorKernelsAreReachedOnlyThroughTheFactory() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".kernel.simd..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage(ROOT + ".kernel.simd..")
                .allowEmptyShould(true)
                .check(WHORL);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".kernel.simd..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..")
                .check(WHORL);
    }

    /** Everything that a package may use: itself, those it names, and what those may use. */
    private static Set<String> reachable(String name, Map<String, Set<String>> mayUse) {
        Set<String> all = new TreeSet<>(Set.of(name));
        for (String below : mayUse.get(name)) {
            all.addAll(reachable(below, mayUse));
        }
        return all;
    }

    private static boolean inData(JavaClass c) {
        return inWhorl(c) && layer(c).equals("data");
    }

    /** The part of the package's name below {@code data}; empty for the ground. */
    private static String room(JavaClass c) {
        String name = c.getPackageName().substring((ROOT + ".data").length());
        return name.isEmpty() ? "" : name.substring(1);
    }

    private static boolean inWhorl(JavaClass c) {
        return c.getPackageName().equals(ROOT) || c.getPackageName().startsWith(ROOT + ".");
    }

    /** The first part of the package's name below the root; empty for the root itself. */
    private static String layer(JavaClass c) {
        String name = c.getPackageName().substring(ROOT.length());
        return name.isEmpty() ? "" : name.substring(1).split("\\.")[0];
    }
}
