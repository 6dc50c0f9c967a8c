package org.perezvon.engine;

import java.util.Arrays;
import java.util.Optional;

/** What a member of staff may do; each role is one Camunda group. */
public enum Role {
    /** Takes calls, registers questions, calls citizens back (I-9, I-11). */
    OPERATOR("operator", "Операторы"),
    /** Decides what operators may not: responsible persons, unanswered inquiries. */
    SUPERVISOR("supervisor", "Руководители смены"),
    /** Keeps the information base (I-2). */
    EDITOR("editor", "Редакторы информационной базы"),
    /** Draws the diagrams and deploys them from Modeler. */
    PROCESS_OWNER("process-owner", "Владельцы процессов"),
    /** Opens and closes accounts; Camunda's own administrator. */
    ADMINISTRATOR("administrator", "Администраторы"),
    /** Another information system, never a person. */
    INTEGRATION("integration", "Внешние системы");

    private final String group;
    private final String title;

    Role(String group, String title) {
        this.group = group;
        this.title = title;
    }

    /** Id of the Camunda group, as diagrams name it in {@code candidateGroups}. */
    public String group() {
        return group;
    }

    /** The group's name as people read it, in Russian. */
    public String title() {
        return title;
    }

    public static Optional<Role> ofGroup(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }
}
