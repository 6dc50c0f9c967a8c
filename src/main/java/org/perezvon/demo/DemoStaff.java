package org.perezvon.demo;

import java.util.Arrays;
import java.util.List;
import org.perezvon.engine.Account;
import org.perezvon.engine.Role;
import org.perezvon.engine.StaffList;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Somebody to log in as in every role. They exist in the demo only. */
@Component
@Profile(DemoActivation.PROFILE)
class DemoStaff implements StaffList {

    private final DemoPasswords passwords;

    DemoStaff(DemoPasswords passwords) {
        this.passwords = passwords;
    }

    /** Everybody, the one to begin with first. */
    enum Person {
        OPERATOR("operator", "Анна Соколова", "оператор", Role.OPERATOR),
        OPERATOR_2("operator2", "Денис Ковалёв", "оператор", Role.OPERATOR),
        SUPERVISOR("supervisor", "Ольга Литвинцева", "руководитель смены", Role.SUPERVISOR),
        EDITOR("editor", "Наталья Бурдуковская", "редактор базы", Role.EDITOR),
        PROCESS_OWNER("process-owner", "Игорь Шастин", "владелец процессов", Role.PROCESS_OWNER),
        ADMINISTRATOR("administrator", "Юлия Томшина", "администратор", Role.ADMINISTRATOR),
        INTEGRATION("integration", "Внешняя система", "программа, REST", Role.INTEGRATION);

        private final String user;
        private final String fullName;
        private final String title;
        private final Role role;

        Person(String user, String fullName, String title, Role role) {
            this.user = user;
            this.fullName = fullName;
            this.title = title;
            this.role = role;
        }

        String user() {
            return user;
        }

        /** What they are, in a few Russian words. */
        String title() {
            return title;
        }

        static List<String> users() {
            return Arrays.stream(values()).map(Person::user).toList();
        }
    }

    @Override
    public List<Account> accounts() {
        return Arrays.stream(Person.values())
                .map(person -> Account.of(person.user, person.fullName, passwords.of(person.user), person.role))
                .toList();
    }
}
