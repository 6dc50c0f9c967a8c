package org.perezvon.inquiry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.perezvon.directory.Directory;
import org.perezvon.directory.Recipient;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.SenderPolicy;
import org.perezvon.mail.Correspondents;
import org.springframework.stereotype.Component;

/** Who may answer an inquiry beside the person it was sent to: whoever may get its letters today, under each of their addresses. */
@Component
class InquiryCorrespondents implements Correspondents {

    private final Inquiries inquiries;
    private final Directory directory;

    InquiryCorrespondents(Inquiries inquiries, Directory directory) {
        this.inquiries = inquiries;
        this.directory = directory;
    }

    @Override
    public boolean know(String reference) {
        return InquiryId.from(reference).isPresent();
    }

    @Override
    public SenderPolicy policy(String reference) {
        return agencyOf(reference).map(directory::senderPolicy).orElse(SenderPolicy.WARN);
    }

    @Override
    public Set<EmailAddress> alsoAnswering(String reference) {
        return agencyOf(reference).map(directory::recipients).stream()
                .flatMap(List::stream)
                .map(Recipient::email)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<String> agencyOf(String reference) {
        return InquiryId.from(reference).flatMap(inquiries::find).map(Inquiry::agencyCode);
    }
}
