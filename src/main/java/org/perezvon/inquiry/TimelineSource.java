package org.perezvon.inquiry;

import java.util.List;

/** What one part of the room knows of an inquiry's course. Every bean of this kind is asked. */
public interface TimelineSource {

    List<TimelineEntry> of(Inquiry inquiry);
}
