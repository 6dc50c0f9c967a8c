package org.perezvon.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of the register of violations (I-5).
 *
 * @param id negative for those about the information base
 * @param inquiry absent for those about the information base
 * @param number of the inquiry, e.g. {@code 2026-000123/1}, or the item of the base
 * @param at the deadline that was missed; for {@link Violation#NO_ANSWER} the decision to wait no longer
 * @param evidence how that moment was computed, step by step
 * @param answeredAt when the answer came after all
 * @param withdrawnAt when the law took it back; it stays on file
 */
record RecordedViolation(
        long id,
        Violation kind,
        Optional<InquiryId> inquiry,
        String number,
        String agencyCode,
        Instant at,
        List<String> evidence,
        Optional<Instant> answeredAt,
        Optional<Instant> withdrawnAt,
        Optional<String> withdrawnWhy) {}
