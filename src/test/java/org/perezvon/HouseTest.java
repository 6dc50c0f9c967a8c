package org.perezvon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Transactional;

/** The house keeps its shape: who may lean on whom, who may touch the database, where time comes from. */
@AnalyzeClasses(packages = "org.perezvon", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @Test
    void every_room_leans_only_on_the_rooms_below_it() {
        ApplicationModules.of(PerezvonApplication.class).verify();
    }

    @ArchTest
    static final ArchRule nobody_leans_on_the_demo = noClasses()
            .that()
            .resideOutsideOfPackage("..demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..demo..");

    @ArchTest
    static final ArchRule the_demos_tools_stay_in_the_demo = noClasses()
            .that()
            .resideOutsideOfPackage("..demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.zonky..", "com.icegreen..");

    @ArchTest
    static final ArchRule sql_is_written_in_stores = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .resideOutsideOfPackages("..demo..", "..engine..")
            .and()
            .doNotHaveSimpleName("Conversations")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class);

    @ArchTest
    static final ArchRule now_comes_from_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("..demo..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule only_the_application_makes_a_clock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(PerezvonApplication.class.getName())
            .and()
            .resideOutsideOfPackage("..demo..")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule what_may_be_absent_is_no_field_of_a_class = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areNotRecords()
            .should()
            .haveRawType(Optional.class);

    @ArchTest
    static final ArchRule controllers_and_stores_are_hidden = classes()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .or()
            .haveSimpleNameEndingWith("Delegates")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule nouns_have_been_found = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|DTO|Dto|Processor|Handler)")
            .as("no class is named Manager, Helper, Util, Impl, DTO, Processor or Handler");

    @ArchTest
    static final ArchRule the_engine_is_spoken_to_in_room_engine_and_through_doors = noClasses()
            .that()
            .resideOutsideOfPackages("..engine..", "..security..")
            .and()
            .haveSimpleNameNotEndingWith("Delegates")
            .and()
            .doNotHaveSimpleName("InquiriesOfQuestion")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule delegates_open_no_transaction_of_their_own = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Delegates")
            .and()
            .areNotPrivate()
            .should()
            .notBeAnnotatedWith(Transactional.class)
            .andShould()
            .haveRawReturnType(JavaDelegate.class);

    @ArchTest
    static final ArchRule packages_are_null_marked = classes()
            .should(new ArchCondition<>("lie in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(
                            type, marked, type.getName() + " lies in a package without @NullMarked"));
                }
            });
}
