package io.daybook;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import io.daybook.query.platform.Projection;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.util.UUID;

/** The rules of the house, so that nobody has to remember them. */
@AnalyzeClasses(
        packages = "io.daybook",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> VOCABULARY =
            resideInAnyPackage(
                    "io.daybook.messages..",
                    "java..",
                    "com.fasterxml.jackson.annotation..",
                    "org.axonframework.modelling.command..",
                    "org.axonframework.commandhandling..",
                    "org.axonframework.serialization..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule theVocabularyDependsOnNothingButAnnotations =
            classes()
                    .that()
                    .resideInAPackage("io.daybook.messages..")
                    .should()
                    .onlyDependOnClassesThat(VOCABULARY);

    @ArchTest
    static final ArchRule thePlatformKnowsNobodyAboveIt =
            noClasses()
                    .that()
                    .resideInAPackage("io.daybook.platform..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.daybook.command..", "io.daybook.query..", "io.daybook.api..");

    @ArchTest
    static final ArchRule theSidesNeverMeet =
            slices().matching("io.daybook.(command|query|api)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule contextsOfTheCommandSideDecideOnTheirOwn =
            slices().matching("io.daybook.command.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule nothingGoesInCircles =
            slices().matching("io.daybook.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule eventsAreRecords =
            classes().that().areAnnotatedWith(Revision.class).should().beRecords();

    @ArchTest
    static final ArchRule everyEventHandlerHasANamedGroup =
            methods()
                    .that()
                    .areAnnotatedWith(EventHandler.class)
                    .should()
                    .beDeclaredInClassesThat()
                    .areAnnotatedWith(ProcessingGroup.class);

    @ArchTest
    static final ArchRule projectionsAreFoldsWithoutFrameworkOrTime =
            noClasses()
                    .that()
                    .implement(Projection.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..", "java.sql..", "java.net..", "java.io..")
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            fields().should().notBeAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule nobodyPrintsPastTheLog =
            noClasses()
                    .that(DescribedPredicate.not(resideInAPackage("io.daybook.benchmarks..")))
                    .should()
                    .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Dto");

    @ArchTest
    static final ArchRule staticStateIsConstant = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule nullIsNotAValueAnywhere = classes().should(beInANullMarkedPackage());

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                if (!marked && !type.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }

    /** Leaves out what other modules share of their tests: in a whole build it comes as a jar. */
    static final class NoTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
