package org.perezvon.inquiry;

import java.util.List;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.springframework.stereotype.Component;

/** Why there is an inquiry, and to whom. */
@Component
class OriginTimeline implements TimelineSource {

    private final Directory directory;

    OriginTimeline(Directory directory) {
        this.directory = directory;
    }

    @Override
    public List<TimelineEntry> of(Inquiry inquiry) {
        String agency = directory.agency(inquiry.agencyCode()).map(Agency::name).orElse(inquiry.agencyCode());
        String why =
                switch (inquiry.origin().kind()) {
                    case INFORMATION_REQUEST -> "Центру нужны сведения, запрос: ";
                    default ->
                        inquiry.origin().insteadOf().isPresent()
                                ? "Вопрос направляется вместо прежнего органа: "
                                : "Вопрос направляется в орган власти: ";
                };
        return List.of(new TimelineEntry(
                inquiry.origin().plannedAt(),
                "INQUIRY_NEEDED",
                why + agency,
                inquiry.origin().askedBy().orElse(null),
                inquiry.number(),
                List.of()));
    }
}
