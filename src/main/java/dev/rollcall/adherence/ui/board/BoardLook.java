package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.router.QueryParameters;
import dev.rollcall.adherence.ui.Zoom;
import dev.rollcall.adherence.ui.picture.BoardOrder;
import java.util.List;
import java.util.Map;

/// How it is shown: `?sort=name&zoom=2h&view=table&rows=dense`.
///
/// @param table whether timelines are told in words instead of drawn
/// @param dense whether rows are low, so that more of them are seen at once
record BoardLook(BoardOrder order, Zoom zoom, boolean table, boolean dense) {

    static final BoardLook DEFAULT =
            new BoardLook(BoardOrder.SEVERITY, Zoom.FOUR_HOURS, false, false);

    private static final String TABLE = "table";
    private static final String DENSE = "dense";

    static BoardLook of(QueryParameters parameters) {
        return new BoardLook(
                parameters.getSingleParameter("sort").flatMap(BoardOrder::of).orElse(DEFAULT.order),
                parameters.getSingleParameter("zoom").flatMap(Zoom::of).orElse(DEFAULT.zoom),
                parameters.getSingleParameter("view").filter(TABLE::equals).isPresent(),
                parameters.getSingleParameter("rows").filter(DENSE::equals).isPresent());
    }

    void write(Map<String, List<String>> parameters) {
        AddressWords.put(parameters, "sort", order == DEFAULT.order ? null : order.token());
        AddressWords.put(parameters, "zoom", zoom == DEFAULT.zoom ? null : zoom.token());
        AddressWords.put(parameters, "view", table ? TABLE : null);
        AddressWords.put(parameters, "rows", dense ? DENSE : null);
    }

    BoardLook withOrder(BoardOrder newOrder) {
        return new BoardLook(newOrder, zoom, table, dense);
    }

    BoardLook withZoom(Zoom newZoom) {
        return new BoardLook(order, newZoom, table, dense);
    }

    BoardLook withTable(boolean asTable) {
        return new BoardLook(order, zoom, asTable, dense);
    }

    BoardLook withDense(boolean lowRows) {
        return new BoardLook(order, zoom, table, lowRows);
    }
}
