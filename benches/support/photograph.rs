//! Made-up photographs of twelve megapixels: soft shapes, sharp edges, and the grain of a sensor. They
//! are as heavy as those of telephones, and cost as much to decode.

use jpeg_encoder::{ColorType, EncodingError};

use super::random::Random;

const WIDTH: u16 = 4000;
const HEIGHT: u16 = 3000;

/// How many shapes there are across a photograph, of each size.
const OCTAVES: [usize; 5] = [5, 19, 67, 211, 800];

/// The bytes of a JPEG.
pub(crate) fn photograph(seed: u64, rank: usize) -> Result<Vec<u8>, EncodingError> {
    let mut random = Random::new(seed, rank);
    // For each size of shapes, a row of values across and one down.
    let waves: Vec<[Vec<i32>; 2]> =
        OCTAVES.iter().map(|count| [(); 2].map(|()| wave(*count, &mut random))).collect();
    let (width, height) = (usize::from(WIDTH), usize::from(HEIGHT));
    let mut points = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        for x in 0..width {
            let shade: i32 = waves.iter().map(|[across, down]| (across[x] * down[y + x / 3]) >> 9).sum();
            let edge = if (shade >> 4) % 3 == 0 { 30 } else { 0 };
            let grain = i32::try_from(random.below(24)).unwrap_or(0);
            let tone = 110 + shade + edge + grain;
            for part in [tone, tone - 20 + (shade >> 1), 150 - (shade >> 1) + grain] {
                points.push(u8::try_from(part.clamp(0, 255)).unwrap_or(0));
            }
        }
    }
    let mut file = Vec::new();
    jpeg_encoder::Encoder::new(&mut file, 90).encode(&points, WIDTH, HEIGHT, ColorType::Rgb)?;
    Ok(file)
}

/// Values that rise and fall `count` times over the length of a photograph.
fn wave(count: usize, random: &mut Random) -> Vec<i32> {
    let length = usize::from(WIDTH) + usize::from(WIDTH);
    let step = (usize::from(WIDTH) / count).max(1);
    let height = 420 / i32::try_from(count / 4 + 3).unwrap_or(1) + 60;
    let mut value = || i32::try_from(random.below(100)).unwrap_or(0) * height / 50 - height;
    let tops: Vec<i32> = (0..length / step + 2).map(|_| value()).collect();
    let at = |x: usize| {
        let (top, part) = (x / step, i32::try_from(x % step).unwrap_or(0));
        let size = i32::try_from(step).unwrap_or(1);
        (tops[top] * (size - part) + tops[top + 1] * part) / size
    };
    (0..length).map(at).collect()
}
