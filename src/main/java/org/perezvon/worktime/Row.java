package org.perezvon.worktime;

import java.time.LocalDate;

/** One row of a calendar as it is kept: in a file {@code date,kind,name}, in a table, in an import. */
record Row(LocalDate date, Mark.Kind kind, String name) {

    static Row of(Mark mark) {
        return new Row(mark.date(), mark.kind(), mark.name());
    }

    Mark toMark() {
        return Mark.of(date, kind, name);
    }
}
