package org.perezvon.inquiry;

import org.perezvon.engine.Handle;

/** The contract between {@code deadline-reconciliation.bpmn} and the code. */
final class ReconciliationProcess {

    static final Handle<Long> RECONCILIATION_ID = Handle.ofLong("reconciliationId");
    static final Handle<Boolean> DIFFERENCES_FOUND = Handle.ofBoolean("differencesFound");

    private ReconciliationProcess() {}

    static String businessKey(Reconciliation reconciliation) {
        return "reconciliation-" + reconciliation.id();
    }
}
