// Tests of DiscourseModel.
