package org.perezvon.mail.arrival;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.springframework.util.unit.DataSize;

/** How much of this JVM's memory lives longer than one collection, at most, from now on. */
final class Heap {

    private final long before;
    private final AtomicLong most = new AtomicLong();

    private Heap(long before) {
        this.before = before;
    }

    static Heap watched() {
        System.gc();
        Heap heap = new Heap(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener((news, self) -> heap.note((CompositeData) news.getUserData()), null, null);
        }
        return heap;
    }

    private void note(CompositeData news) {
        long used = GarbageCollectionNotificationInfo.from(news).getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> pool.getKey().contains("Old") || pool.getKey().contains("Tenured"))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        most.accumulateAndGet(used, Math::max);
    }

    DataSize growth() {
        System.gc();
        return DataSize.ofBytes(Math.max(0, most.get() - before));
    }
}
