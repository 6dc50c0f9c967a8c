package org.perezvon.inquiry;

/** Which promise of the regulation was not kept (нарушение, I-5). */
enum Violation {
    /** Ours: the letter had not left fifteen minutes after the call (I-10.1). */
    LATE_DISPATCH,
    /** The agency's: no answer within the term (I-10.2). */
    LATE_ANSWER,
    /** The agency's: no answer within five working days (I-10.3). */
    NO_ANSWER
}
