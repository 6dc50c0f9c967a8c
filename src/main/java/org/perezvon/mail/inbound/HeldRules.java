package org.perezvon.mail.inbound;

/** Where a reader finds the rules that hold now; on another node they may be some seconds older. */
@FunctionalInterface
public interface HeldRules {

    ReadingRules now();
}
