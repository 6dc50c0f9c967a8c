package org.perezvon.engine.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets Boot tell people what to set instead of printing a stack trace. */
class NoAdministratorAnalyzer extends AbstractFailureAnalyzer<NoAdministratorException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NoAdministratorException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Учётная запись откроется при первом запуске с этими настройками; см. docs/operations.md",
                cause);
    }
}
