package dev.rollcall.work.ui;

import dev.rollcall.work.WorkItem;

/// What somebody can do with an item.
interface Deeds {

    void take(WorkItem item);

    void start(WorkItem item);

    void layAside(WorkItem item);

    void handOver(WorkItem item);

    void complete(WorkItem item);
}
