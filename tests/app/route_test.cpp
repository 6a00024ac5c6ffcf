#include "app/route.h"

#include <gtest/gtest.h>

#include <set>

using namespace thidua::app;

TEST(Route, EveryPlaceGoesThereAndBack) {
    for (const PlaceEntry& place : places()) {
        Route route{place.place, 0, ""};
        if (place.place == Place::kPlan || place.place == Place::kPerson) route.id = 42;
        EXPECT_EQ(parse_fragment(to_fragment(route)), route) << place.en;
    }
}

TEST(Route, KeepsRecordAndPart) {
    const Route route = parse_fragment("#/ke-hoach/9007199254740991/can-cu");
    EXPECT_EQ(route.place, Place::kPlan);
    EXPECT_EQ(route.id, 9007199254740991);
    EXPECT_EQ(route.part, "can-cu");
}

TEST(Route, NonsenseLeadsHome) {
    EXPECT_EQ(parse_fragment("#/khong-co").place, Place::kHome);
    EXPECT_EQ(parse_fragment("").place, Place::kHome);
    EXPECT_EQ(parse_fragment("/ke-hoach/99999999999999999999").place, Place::kPlans);
}

TEST(Route, ASharedPlanIsNotAPlace) {
    EXPECT_TRUE(is_shared_fragment("#k=1.abc"));
    EXPECT_FALSE(is_shared_fragment("#/ke-hoach"));
}
