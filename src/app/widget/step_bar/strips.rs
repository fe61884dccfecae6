//! Where the strips of a step bar lie.

/// One strip of a step bar: a step, or the steps of one exercise.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    /// What it is called, with the side where it has one.
    pub name: String,
    /// How long it takes, as it is shown.
    pub time: String,
    /// How long it takes, in seconds.
    pub seconds: f32,
    /// The step it stands for, or the first of them.
    pub step: usize,
}

/// The strips of one bar, next to each other.
#[derive(Debug, Clone, Copy)]
pub struct Strips<'a>(pub &'a [Strip]);

impl Strips<'_> {
    /// The narrowest a strip gets, in logical pixels.
    const NARROWEST: f32 = 4.0;

    /// Between two strips, in logical pixels.
    fn gap(self) -> f32 {
        if self.0.len() > 24 { 3.0 } else { 6.0 }
    }

    /// Left edge and width of each strip in a bar of this width, in logical pixels.
    pub fn spans(self, width: f32) -> impl Iterator<Item = (f32, f32)> {
        let count = self.0.len() as f32;
        let gap = self.gap();
        let room = (width - gap * (count - 1.0)).max(0.0);
        let narrowest = Self::NARROWEST.min(room / count.max(1.0));
        let shared = room - narrowest * count;
        let total: f32 = self.0.iter().map(|strip| strip.seconds.max(0.0)).sum();

        self.0.iter().scan(0.0, move |left, strip| {
            let share = if total > 0.0 {
                strip.seconds.max(0.0) / total
            } else {
                1.0 / count
            };
            let span = (*left, narrowest + shared * share);
            *left += span.1 + gap;

            Some(span)
        })
    }

    /// The strip at a distance from the left edge of the bar; a gap belongs half to each neighbour.
    pub fn at(self, x: f32, width: f32) -> Option<usize> {
        let half_gap = self.gap() / 2.0;

        self.spans(width)
            .position(|(left, width)| x >= left - half_gap && x < left + width + half_gap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strips(seconds: &[f32]) -> Vec<Strip> {
        seconds
            .iter()
            .enumerate()
            .map(|(step, &seconds)| Strip {
                name: String::new(),
                time: String::new(),
                seconds,
                step,
            })
            .collect()
    }

    #[test]
    fn strips_fill_the_bar_and_follow_their_time() {
        let strips = strips(&[30.0, 30.0, 60.0]);
        let spans: Vec<_> = Strips(&strips).spans(624.0).collect();
        let (left, width) = spans[2];

        assert_eq!(spans[0].0, 0.0);
        assert!((left + width - 624.0).abs() < 0.01);
        assert_eq!(spans[0].1, spans[1].1);
        assert!((width / spans[0].1 - 2.0).abs() < 0.05, "{spans:?}");
    }

    #[test]
    fn a_second_beside_an_hour_can_still_be_seen() {
        let strips = strips(&[3600.0, 1.0]);
        let (_, width) = Strips(&strips).spans(500.0).nth(1).unwrap_or_default();

        assert!(width >= 4.0, "{width}");
    }

    #[test]
    fn many_strips_stand_closer() {
        let few = strips(&[10.0; 24]);
        let many = strips(&[10.0; 25]);

        assert_eq!(Strips(&few).gap(), 6.0);
        assert_eq!(Strips(&many).gap(), 3.0);
    }

    #[test]
    fn every_point_of_the_bar_belongs_to_a_strip() {
        let strips = strips(&[30.0, 20.0, 50.0, 10.0]);
        let strips = Strips(&strips);
        let mut last = 0;

        for x in 0..400 {
            let Some(index) = strips.at(x as f32, 400.0) else {
                unreachable!("{x} belongs to no strip");
            };
            assert!(index == last || index == last + 1, "{x}");
            last = index;
        }
        assert_eq!(last, 3);
    }

    #[test]
    fn no_strips_take_no_room() {
        assert_eq!(Strips(&[]).spans(100.0).count(), 0);
        assert_eq!(Strips(&[]).at(10.0, 100.0), None);
    }
}
