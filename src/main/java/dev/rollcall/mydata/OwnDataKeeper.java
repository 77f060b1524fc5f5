package dev.rollcall.mydata;

import java.util.List;

/// Something that keeps data about people. One bean for each module that does.
public interface OwnDataKeeper {

    /// What it keeps, part by part.
    List<OwnDataPart> ownData();
}
