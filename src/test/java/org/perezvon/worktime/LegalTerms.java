package org.perezvon.worktime;

/** The terms of the shipped table that tests speak of. */
final class LegalTerms {

    private static final Terms TABLE = Terms.shipped();

    static final Term DISPATCH = TABLE.named("dispatch");
    static final Term IRKUTSK_ANSWER = TABLE.named("irkutsk-answer");
    static final Term KAZAKHSTAN_APPOINT = TABLE.named("kazakhstan-appoint");
    static final Term KAZAKHSTAN_INFORM = TABLE.named("kazakhstan-inform");
    static final Term KAZAKHSTAN_UPDATE = TABLE.named("kazakhstan-update");
    static final Term KAZAKHSTAN_TRAINING = TABLE.named("kazakhstan-training");
    static final Term KAZAKHSTAN_CONSULTING = TABLE.named("kazakhstan-consulting");
    static final Term KAZAKHSTAN_QUARTERLY_REPORT = TABLE.named("kazakhstan-quarterly-report");
    static final Term KAZAKHSTAN_MONTHLY_REPORT = TABLE.named("kazakhstan-monthly-report");

    /** I-10.2 read as "until the end of the next working day", as some bodies insist. */
    static final Term IRKUTSK_ANSWER_BY_CLOSING = counted(IRKUTSK_ANSWER, Counting.END_OF_DAY, 1);

    private LegalTerms() {}

    /** The same clause, counted otherwise. */
    static Term counted(Term term, Counting counting, int length) {
        return new Term(
                term.name(),
                counting,
                length,
                term.cutOff(),
                term.wall(),
                term.wallClause(),
                term.reminder(),
                term.event(),
                term.duty(),
                term.clause());
    }
}
