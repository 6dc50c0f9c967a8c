package org.perezvon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.Advised;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A person who finishes a task at the very moment a timer fires does not notice. */
class CollisionsTest {

    @AgainOnCollision
    static class Door {

        private int collisions;
        private int tries;

        String open() {
            tries++;
            if (tries <= collisions) {
                throw new OptimisticLockingException("Entity was updated by another transaction concurrently");
            }
            return "open";
        }

        void refuse() {
            tries++;
            throw new IllegalArgumentException("Нет такой задачи");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import(Collisions.class)
    static class House {

        @Bean
        Door door() {
            return new Door();
        }
    }

    @Test
    void what_has_met_a_timer_is_done_once_more() {
        Door door = door(2);

        assertThat(door.open()).isEqualTo("open");
    }

    @Test
    void what_meets_somebody_every_time_is_given_up() {
        Door door = door(100);

        assertThatThrownBy(door::open).isInstanceOf(OptimisticLockingException.class);
    }

    @Test
    void what_is_refused_is_not_tried_again() {
        Door door = door(0);

        assertThatThrownBy(door::refuse).isInstanceOf(IllegalArgumentException.class);
        assertThat(tries(door)).isEqualTo(1);
    }

    private static Door door(int collisions) {
        Door door = new AnnotationConfigApplicationContext(House.class).getBean(Door.class);
        target(door).collisions = collisions;
        return door;
    }

    private static int tries(Door door) {
        return target(door).tries;
    }

    private static Door target(Door door) {
        try {
            return (Door) ((Advised) door).getTargetSource().getTarget();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
