package org.perezvon.question;

import java.util.List;
import org.perezvon.directory.Agency;

/**
 * An agency proposed for a question, with what speaks for it. A guess: the operator decides.
 *
 * @param score the higher, the likelier; only fit for putting proposals in order
 * @param reasons in Russian, the weightiest first
 * @param clause by which the call is transferred, empty where it is not
 * @param places where the call may be transferred, whoever is at work first
 */
record CompetentAgency(
        Agency agency,
        double score,
        List<String> reasons,
        CompetenceRule.Transfer transfer,
        String clause,
        List<TransferPlace> places) {

    /** The same proposal without a transfer. */
    CompetentAgency answeredByLetter() {
        return new CompetentAgency(agency, score, reasons, CompetenceRule.Transfer.NO, "", List.of());
    }
}
